import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { partsText } from '../../../text/parts.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

/** 拆分: a line a part. */
export function SplitPanel(props: PanelProps) {
  const words = partsText.split;
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ titles: '', splitOn: today as string, reason: '' }),
    rules: { labels: words, required: ['titles', 'splitOn', 'reason'], dates: ['splitOn'] },
    input: ({ titles, ...rest }) => {
      const lines = titles.split('\n').map((title) => title.trim());
      return { ...rest, titles: lines.filter((title) => title !== '') };
    },
    send: desk.parts.split,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          autoFocus
          label={words.titles}
          required
          rows={4}
          maxLength={2000}
          value={values.titles}
          onChange={(titles) => change({ titles })}
          error={error('titles')}
          hint={words.titlesHint}
        />
        <DateField
          label={words.splitOn}
          required
          value={values.splitOn}
          onChange={(splitOn) => change({ splitOn })}
          error={error('splitOn')}
        />
        <TextField
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
        />
      </div>
    </Dialog>
  );
}
