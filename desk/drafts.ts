import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { listDrafts, removeDraft, writeDraft } from '../db/desk.ts';
import { ok } from '../domain/result.ts';
import { instantAt } from './command.ts';
import type { At } from './workplace.ts';

/** Half-typed forms of the person who typed them; nobody else sees or changes them. */
export const drafts = (at: At): Handlers<DeskContract>['drafts'] => ({
  save(draft, caller) {
    const here = at();
    const savedAt = instantAt(here);
    here.db.write(() => writeDraft(here.db.orm, { ...draft, author: caller.id, savedAt }));
    here.changed(['drafts']);
    return ok({ savedAt });
  },

  list: ({ form }, caller) => ok(listDrafts(at().db.orm, caller.id, form)),

  discard({ draftId }, caller) {
    const here = at();
    here.db.write(() => removeDraft(here.db.orm, draftId, caller.id));
    here.changed(['drafts']);
    return ok({});
  },
});
