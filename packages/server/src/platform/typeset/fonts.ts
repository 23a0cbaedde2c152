// The typeface of the house for paper, whole: names keep their letters in every script that it has. The web's own
// packages hold it in slices by script, of which a typesetter would take one.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FACES = [
  import.meta.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf'),
  import.meta.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
] as const;

export function fonts(): readonly Buffer[] {
  return FACES.map((face) => readFileSync(fileURLToPath(face)));
}
