import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { writeSetting } from '../db/desk.ts';
import { ok } from '../domain/result.ts';
import { once } from './command.ts';
import { changeKeyFile, withKeyFileKept } from './keyFile.ts';
import { audit } from './office.ts';
import { settingsOf } from './stepContext.ts';
import type { At } from './workplace.ts';

/** What stands on the unit's papers. Town, letter and legal role are facts of the desk's first event and stay. */
export const unit = (at: At): Handlers<DeskContract>['unit'] => ({
  get: () => ok(settingsOf(at())),

  update({ commandId, settings }, caller) {
    const here = at();
    const command = {
      method: 'unit.update',
      commandId,
      topics: ['unit', 'session'],
      input: settings,
    } as const;
    const work = () => {
      writeSetting(here.db.orm, 'unit', settings);
      audit(here, caller.id, 'unit-updated');
      // The name stands on the sign-in page too, before there is a key.
      changeKeyFile(here.folder, (file) => ({
        ...file,
        unit: { ...file.unit, organName: settings.organName },
      }));
      return ok(settings);
    };
    return withKeyFileKept(here.folder, () => once(here, command, work));
  },
});
