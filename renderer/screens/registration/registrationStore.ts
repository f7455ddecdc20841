import { useStore } from 'zustand';
import type { Channel } from '../../../domain/codes/channel.ts';
import { desk } from '../../app/bridge.ts';
import { createRegistration, type RegistrationState } from '../../stores/registration.ts';
import { useSession } from '../../stores/session.ts';

/** The one registration form of this page; it outlives the screen, so that a look elsewhere loses nothing. */
export const registration = createRegistration({
  register: (input) => desk.registration.register(input),
  saveDraft: (draft) => desk.drafts.save(draft),
  today: () => useSession.getState().session?.today ?? '',
  place: () => {
    const unit = useSession.getState().session?.unit;
    return { code: unit?.code ?? '', name: unit?.name ?? '' };
  },
});

export const useRegistration = <T>(pick: (state: RegistrationState) => T): T =>
  useStore(registration.store, pick);

let owner = '';

/** Another person, or another desk (training), never sees what the one before was typing. */
export function claimForm(who: string): void {
  if (owner === who) return;
  owner = who;
  void registration.begin();
}

/** A new form of that channel, from anywhere. */
export const beginRegistration = (channel: Channel): Promise<void> => registration.begin(channel);
