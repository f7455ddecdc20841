import { Button } from 'antd';
import { registrationText as words } from '../../text/registration.ts';
import { useRegistration } from './registrationStore.ts';

/** The buttons under the form; the last field leads here and nothing is saved before. */
export function SaveBar({ onSave, onClear }: { onSave(next: boolean): void; onClear(): void }) {
  const busy = useRegistration((s) => s.busy);
  return (
    <>
      <Button onClick={onClear}>{words.clear}(F2)</Button>
      <span className="page-space" />
      <Button onClick={() => onSave(true)} disabled={busy}>
        {words.saveNext}
      </Button>
      <Button type="primary" data-save="" loading={busy} onClick={() => onSave(false)}>
        {words.save}
      </Button>
    </>
  );
}
