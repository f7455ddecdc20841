/**
 * Hybrid logical clock (CK1): 48-bit milliseconds, 16-bit counter, stream tag, as a string that sorts.
 * It never throws and never runs backwards, whatever the device clock does.
 */
export function nextHlc(last: string, nowMs: number, stream: string): string {
  const [lastMs, lastCount] = parse(last);
  const now = Math.trunc(Math.max(0, Math.min(nowMs, 0xffff_ffff_ffff)));
  if (now > lastMs) return format(now, 0, stream);
  return lastCount < 0xffff ? format(lastMs, lastCount + 1, stream) : format(lastMs + 1, 0, stream);
}

const format = (ms: number, count: number, stream: string): string =>
  `${ms.toString(16).padStart(12, '0')}-${count.toString(16).padStart(4, '0')}-${stream.slice(-8)}`;

function parse(hlc: string): [ms: number, count: number] {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-/.exec(hlc);
  return match ? [Number.parseInt(match[1] ?? '0', 16), Number.parseInt(match[2] ?? '0', 16)] : [0, -1];
}
