import { helpText } from '../text/shell.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** F1: the keyboard map. */
export function HelpOverlay({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={helpText.title} onClose={onClose} width={62} keys={{ f1: onClose }}>
      <div className="help">
        {helpText.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.rows.map(([keys, meaning]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="field-hint">{helpText.note}</p>
    </Dialog>
  );
}
