/**
 * The bench: one line a figure, `name value unit reference ratio bar ok|SHORT`. The reference is measured in the same
 * run, on the same disk and in the same browser. `npm run bench -- register list` runs the named parts only.
 */
import { addDays, beijingDate } from '../../domain/localDate.ts';
import { newFolder, registerMany, signedInDesk } from '../programs/desk.ts';
import { type Figure, figureLine } from './figure.ts';
import { ruling } from './law.ts';
import { listing } from './listing.ts';
import { pushing } from './pushing.ts';
import { registering } from './registering.ts';
import { starting } from './starting.ts';
import { weight } from './weight.ts';

const CASES = 20_000;
const YEAR = 365;

/** A desk with 20,000 cases received over the last year; made once for the parts that need it. */
async function largeDesk(): Promise<{ folder: string; caseIds: string[] }> {
  const folder = newFolder('large');
  const { desk, client } = await signedInDesk(folder);
  const today = beijingDate(new Date().toISOString());
  const caseIds = await registerMany(client, CASES, (i) => addDays(today, -(i % YEAR)));
  await desk.close();
  return { folder, caseIds };
}

let made: ReturnType<typeof largeDesk> | undefined;
const large = () => (made ??= largeDesk());

const parts: Record<string, () => Promise<Figure[]>> = {
  weight: async () => weight(),
  register: registering,
  push: pushing,
  law: ruling,
  list: async () => {
    const { folder, caseIds } = await large();
    const { desk, client } = await signedInDesk(folder);
    const figures = await listing(client, caseIds);
    await desk.close();
    return figures;
  },
  start: async () => starting((await large()).folder),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
console.log('name value unit reference ratio bar ok|SHORT');
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await measure()) console.log(figureLine(figure));
}
