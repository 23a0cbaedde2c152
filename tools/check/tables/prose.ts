// What the prose of content/ has to reach. The lengths lie below the shortest text that reads well today.

/** Fewest characters. */
export const LEAST = {
  objective: 40,
  activity: 190,
  ask: 45,
  good: 100,
  bad: 60,
  rationale: 38,
} as const;

/** Words that sound like a duty and bind nobody. */
export const FILLER =
  /\b(appropriate(?:ly)?|(?<!far )as needed|as necessary|if necessary|where (?:necessary|applicable)|adequate(?:ly)?|suitably|etc|and so on|best practices?|industry standard|robust|leverag\w+|ensures?)\b/i;
