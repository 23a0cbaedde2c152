// Answers of the advice in a JSON file.
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';

/** An object of answers; a list or a text holds none. */
export function answersIn(file: string): object {
  const given = jsonIn(file);
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw new CommandEnd(EXIT.error, `${file} holds no answers.`, 'They are an object such as {"people": 12}.');
}
