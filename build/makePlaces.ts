/**
 * Turns the tables of administrative divisions into the built-in places:
 * `node build/makePlaces.ts <towns.csv.gz> <villages.csv>` writes domain/data/places.csv.gz, one `code,name` a line:
 * provinces (2 digits), cities (4), counties (6), towns (9) of the whole country, and the villages (12) of the second
 * table. Columns: code, name, county_code, county, city, province; code, name. Source and licence:
 * domain/data/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const [towns, villages] = process.argv.slice(2);
if (!towns || !villages) throw new Error('usage: node build/makePlaces.ts <towns.csv.gz> <villages.csv>');

const rowsOf = (text: string) =>
  text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
const names = new Map<string, string>();

for (const [code = '', name = '', county = '', countyName = '', city = '', province = ''] of rowsOf(
  gunzipSync(readFileSync(towns)).toString('utf8'),
)) {
  names
    .set(county.slice(0, 2), province)
    .set(county.slice(0, 4), city)
    .set(county, countyName)
    .set(code, name);
}
for (const [code = '', name = ''] of rowsOf(readFileSync(villages, 'utf8'))) names.set(code, name);

const lines = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name]) => `${code},${name}`);
const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
writeFileSync(resolve(import.meta.dirname, '../domain/data/places.csv.gz'), bytes);
console.log(`${lines.length} places, ${bytes.length} bytes`);
