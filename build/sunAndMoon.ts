/** Where the sun stands and when the moon is new (Meeus, Astronomical Algorithms, chapters 25 and 49). */

const DAY_MS = 86_400_000;
/** Julian day of 1970-01-01T00:00Z. */
const UNIX_EPOCH = 2_440_587.5;
/** Dynamical time runs this much ahead of universal time in our century, give or take 20 s. */
const DELTA_T_MS = 70_000;
/** Mean lunations a century, counted from the new moon of 2000-01-06. */
const PER_CENTURY = 1236.85;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Apparent longitude of the sun in degrees at a time in ms since 1970, good to 0.01°. */
export function sunLongitude(at: number): number {
  const t = ((at + DELTA_T_MS) / DAY_MS + UNIX_EPOCH - 2_451_545) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

/** Periodic terms of the new moon: days, power of the eccentricity, multiples of the sun's and moon's anomaly and latitude. */
const TERMS: readonly (readonly [days: number, e: number, sun: number, moon: number, latitude: number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
];

/** The new moon nearest to a time in ms since 1970, good to 2 minutes. */
export function newMoonNear(at: number): number {
  const k = Math.round((at / DAY_MS + UNIX_EPOCH - 2_451_550.09766) / 29.530588861);
  const t = k / PER_CENTURY;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2;
  let day = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2;
  for (const [days, power, s, m, f] of TERMS)
    day += days * e ** power * sin(s * sun + m * moon + f * latitude);
  day -= 0.00017 * sin(124.7746 - 1.56375588 * k);
  // The three strongest pulls of the planets.
  day +=
    0.000325 * sin(299.77 + 0.107408 * k) +
    0.000165 * sin(251.88 + 0.016321 * k) +
    0.000164 * sin(251.83 + 26.651886 * k);
  return (day - UNIX_EPOCH) * DAY_MS - DELTA_T_MS;
}
