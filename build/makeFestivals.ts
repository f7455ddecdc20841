/**
 * Computes the festivals that are days off by 《全国年节及纪念日放假办法》 and move with sun and moon:
 * `node build/makeFestivals.ts` writes domain/data/festivals.json (2008 to 2045). The years with a published notice
 * prove the method: a test holds them against the notices.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { newMoonNear, sunLongitude } from './sunAndMoon.ts';

const FIRST = 2008;
const LAST = 2045;
const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

// Only asked which lunar month it is: its days are wrong where the new moon falls near midnight (春节 2027, 2030).
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'Asia/Shanghai',
});
/** Lunar month and day; a leap month reads `4bis`. */
const lunarDay = (at: number): string => {
  const parts = lunar.formatToParts(at);
  return ['month', 'day'].map((type) => parts.find((p) => p.type === type)?.value).join('-');
};
const text = (beijingDay: number): string => new Date(beijingDay).toISOString().slice(0, 10);

/** The Beijing day of an instant, as ms of its midnight in UTC. Throws where the minutes do not settle the day. */
function beijingDay(at: number, minutes: number): number {
  const day = Math.floor((at + BEIJING_MS) / DAY_MS) * DAY_MS;
  const intoDay = at + BEIJING_MS - day;
  if (Math.min(intoDay, DAY_MS - intoDay) < minutes * 60_000)
    throw new Error(`${text(day)}: too near midnight`);
  return day;
}

/** 清明: the day in which the sun reaches 15°. */
function qingming(year: number): number {
  let [early, late] = [Date.UTC(year, 3, 2), Date.UTC(year, 3, 8)];
  while (late - early > 1000) {
    const middle = (early + late) / 2;
    if (sunLongitude(middle) < 15) early = middle;
    else late = middle;
  }
  return beijingDay(early, 16);
}

function festivalsOf(year: number): string[] {
  const found = [qingming(year)];
  for (let noon = Date.UTC(year, 0, 1, 4); noon < Date.UTC(year + 1, 0, 1); noon += DAY_MS) {
    const day = lunarDay(noon);
    const firstOfMonth = (dayOfMonth: number) => beijingDay(newMoonNear(noon - (dayOfMonth - 1) * DAY_MS), 2);
    // 春节: four days from 除夕, the eve of 正月初一.
    if (day === '1-1') found.push(...[-1, 0, 1, 2].map((days) => firstOfMonth(1) + days * DAY_MS));
    if (day === '5-5') found.push(firstOfMonth(5) + 4 * DAY_MS);
    if (day === '8-15') found.push(firstOfMonth(15) + 14 * DAY_MS);
  }
  if (found.length !== 7) throw new Error(`${year} has ${found.length} festival days`);
  return found.sort((a, b) => a - b).map(text);
}

const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
const lines = years.map((year) => `  "${year}": ${JSON.stringify(festivalsOf(year)).replaceAll(',', ', ')}`);
writeFileSync(resolve(import.meta.dirname, '../domain/data/festivals.json'), `{\n${lines.join(',\n')}\n}\n`);
console.log(`festivals of ${years.length} years`);
