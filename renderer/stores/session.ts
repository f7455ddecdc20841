import { create } from 'zustand';
import type { SessionState, TextSize } from '../../contract/session.ts';
import type { Role } from '../../domain/person.ts';
import type { Result } from '../../domain/result.ts';
import { desk } from '../app/bridge.ts';

interface SessionStore {
  session: SessionState | null;
  /** The desk program does not answer. */
  gone: boolean;
  refresh(): Promise<void>;
  signOut(): Promise<void>;
  setTextSize(textSize: TextSize): Promise<void>;
  enterTraining(role: Role): Promise<void>;
  leaveTraining(): Promise<void>;
  /** Takes a state that another call answered (sign-in, set-up). */
  take(session: SessionState): void;
}

/** Who sits at this page and in which phase the desk is; every screen starts from it. */
export const useSession = create<SessionStore>((set) => {
  const load = async (call: () => Promise<Result<SessionState, string>>) => {
    try {
      const answer = await call();
      if (answer.ok) set({ session: answer.value, gone: false });
    } catch {
      set({ gone: true });
    }
  };
  return {
    session: null,
    gone: false,
    refresh: () => load(() => desk.session.state({})),
    signOut: () => load(() => desk.session.signOut({})),
    setTextSize: (textSize) => load(() => desk.session.setTextSize({ textSize })),
    enterTraining: (role) => load(() => desk.session.enterTraining({ role })),
    leaveTraining: () => load(() => desk.session.leaveTraining({})),
    take: (session) => set({ session, gone: false }),
  };
});

/** Today as the desk's clock says (Beijing civil date). */
export const useToday = (): string => useSession((s) => s.session?.today ?? '');
