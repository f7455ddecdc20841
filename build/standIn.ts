import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What @electron/fuses looks for in the executable: a sentence, version 1, the number of fuses, one character a fuse. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron delivers them: '1' = on, '0' = off, in the order of `FuseV1Options`. */
const FUSES_AS_DELIVERED = '101100011';

/** Run by mistake, it says what it is. */
const PROGRAM = `#!/bin/sh
echo 'This folder was packed without the runtime of Electron and cannot be started.' >&2
exit 1
`;

/**
 * Writes a folder that has the shape of Electron's distribution for Linux and nothing of its inside. With it the packing
 * itself (what goes into app.asar, what stays outside, names, fuses) can be made and checked where Electron's runtime
 * cannot be had. The result is never an installer.
 */
export function writeStandIn(folder: string, version: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['resources', 'locales']) mkdirSync(join(folder, part), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, FUSES_AS_DELIVERED.length]),
    Buffer.from(FUSES_AS_DELIVERED),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(PROGRAM), fuses]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const language of ['zh-CN', 'en-US', 'de'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat', 'chrome-sandbox'])
    writeFileSync(join(folder, name), '');
}
