import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { PlaceView } from '../contract/places.ts';
import { ok } from '../domain/result.ts';
import { resourceFolder } from './resources.ts';

/** Lengths of a code by level: province, city, county, town, village. */
const LEVELS = [2, 4, 6, 9, 12];
const MAX_FOUND = 50;
/** Levels that exist only in the table, not in an address. */
const NO_NAMES = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

/** The built-in table of places. */
export interface Places {
  find(code: string): PlaceView | undefined;
  children(code: string): PlaceView[];
  search(text: string, within: string): PlaceView[];
}

/** The places of a page: read without a sign-in, because set-up begins with the town. */
export const places = (table: Places): Handlers<DeskContract>['places'] => ({
  children: ({ code }) => ok(table.children(code)),
  search: ({ text, within }) => ok(table.search(text, within)),
});

/** The table, read at the first question. */
export function createPlaces(): Places {
  let table: Places | undefined;
  const read = () => {
    table ??= readTable(join(resourceFolder('data'), 'places.csv.gz'));
    return table;
  };
  return {
    find: (code) => read().find(code),
    children: (code) => read().children(code),
    search: (text, within) => read().search(text, within),
  };
}

function readTable(file: string): Places {
  const names = new Map<string, string>();
  const below = new Map<string, string[]>();
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')) {
    const comma = line.indexOf(',');
    const code = line.slice(0, comma);
    names.set(code, line.slice(comma + 1));
    const parent = parentOf(code);
    const siblings = below.get(parent);
    if (siblings) siblings.push(code);
    else below.set(parent, [code]);
  }
  const view = (code: string): PlaceView => ({
    code,
    name: names.get(code) ?? '',
    fullName: fullName(names, code),
    leaf: !below.has(code),
  });
  const readings = createReadings();
  return {
    find: (code) => (names.has(code) ? view(code) : undefined),
    children: (code) => (below.get(code) ?? []).map(view),
    search: (text, within) => searchNames(names, readings, text, within).map(view),
  };
}

const parentOf = (code: string): string => code.slice(0, LEVELS[LEVELS.indexOf(code.length) - 1] ?? 0);

/** 广东省梅州市兴宁市新陂镇; 北京市东城区, because 市辖区 is no part of an address; 广东省中山市 once. */
function fullName(names: ReadonlyMap<string, string>, code: string): string {
  const parts = LEVELS.filter((length) => length <= code.length).map((length) =>
    names.get(code.slice(0, length)),
  );
  return parts.filter((name, i) => name && !NO_NAMES.has(name) && name !== parts[i - 1]).join('');
}

/** Readings of a character without tones; all of them, because place names keep old ones (陂 bei, pi, po). */
type Readings = (character: string) => readonly string[];

function createReadings(): Readings {
  const known = new Map<string, readonly string[]>();
  return (character) => {
    let readings = known.get(character);
    if (!readings) {
      const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
      readings = [
        ...new Set(
          all.flatMap((reading) =>
            reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading],
          ),
        ),
      ];
      known.set(character, readings);
    }
    return readings;
  };
}

/** Ending of a name that nobody types. */
const ENDING = /(民族乡|街道办事处|街道|镇|乡|自治县|县|市|区|村委会|社区居委会|居委会)$/;

/** The best 50 below a code: whole names first, then beginnings, then the rest; large divisions before small ones. */
function searchNames(
  names: ReadonlyMap<string, string>,
  readings: Readings,
  text: string,
  within: string,
): string[] {
  const wanted = text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .toLowerCase();
  if (!wanted) return [];
  const latin = /^[a-z]+$/.test(wanted);
  const found: { code: string; rank: number }[] = [];
  for (const [code, name] of names) {
    if (!code.startsWith(within) || code === within) continue;
    const rank = latin ? rankPinyin(name, wanted, readings) : rankName(name, wanted);
    if (rank !== null) found.push({ code, rank });
  }
  const order = (one: { code: string; rank: number }) => one.rank * 100 + one.code.length;
  return found
    .sort((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1))
    .slice(0, MAX_FOUND)
    .map(({ code }) => code);
}

function rankName(name: string, wanted: string): number | null {
  if (name === wanted || name.replace(ENDING, '') === wanted) return 0;
  const at = name.indexOf(wanted);
  return at < 0 ? null : at === 0 ? 1 : 2;
}

function rankPinyin(name: string, wanted: string, readings: Readings): number | null {
  const used = spelled([...name], wanted, readings);
  if (used === null) return null;
  return used >= [...name.replace(ENDING, '')].length ? 0 : 1;
}

/**
 * How many characters from the start of a name the letters spell, or null when they do not. Each character by a whole
 * reading or its first letter, the last one by any beginning: `xp`, `xinpi`, `xinp` and `xpz` all find 新陂镇.
 */
function spelled(
  characters: readonly string[],
  letters: string,
  readings: Readings,
  from = 0,
): number | null {
  if (letters === '') return from;
  const character = characters[from];
  if (character === undefined) return null;
  for (const reading of readings(character)) {
    if (reading.startsWith(letters)) return from + 1;
    for (const part of [reading, reading.slice(0, 1)]) {
      const rest =
        part && letters.startsWith(part)
          ? spelled(characters, letters.slice(part.length), readings, from + 1)
          : null;
      if (rest !== null) return rest;
    }
  }
  return null;
}
