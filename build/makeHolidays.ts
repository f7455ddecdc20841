/**
 * Turns a table of days off and moved working days (columns date, name, is_off_day) into the built-in calendar:
 * `node build/makeHolidays.ts <holidays.csv>` writes domain/data/holidays.json. Source and licence: domain/data/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Notice {
  off: string[];
  worked: string[];
}

const [source] = process.argv.slice(2);
if (!source) throw new Error('usage: node build/makeHolidays.ts <holidays.csv>');

const notices: Record<string, Notice> = {};
for (const line of readFileSync(source, 'utf8').trim().split(/\r?\n/).slice(1)) {
  const [date = '', name = '', isOffDay = ''] = line.split(',');
  // New Year's days in December stand in the notice of the year that they lead into.
  const year = String(Number(date.slice(0, 4)) + (date.slice(5, 7) === '12' && name === '元旦' ? 1 : 0));
  notices[year] ??= { off: [], worked: [] };
  notices[year][isOffDay === '1' ? 'off' : 'worked'].push(date);
}

const years = Object.keys(notices).sort();
const calendar = { version: `${years[0]}—${years.at(-1)}年放假通知`, years: notices };
const lines = JSON.stringify(calendar, null, 1).replace(
  /\[\s+([^\]]*?)\s+\]/g,
  (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
);
writeFileSync(resolve(import.meta.dirname, '../domain/data/holidays.json'), `${lines}\n`);
console.log(`${years.length} notices, ${years[0]} to ${years.at(-1)}`);
