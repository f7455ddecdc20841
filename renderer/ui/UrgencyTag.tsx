import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FireOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { Urgency } from '../../contract/case.ts';
import { daysWords, urgencyWords } from '../text/words.ts';
import './tags.css';

const ICONS: Record<Urgency, typeof ClockCircleOutlined> = {
  green: CheckCircleOutlined,
  yellow: ClockCircleOutlined,
  orange: ExclamationCircleOutlined,
  red: FireOutlined,
  black: StopOutlined,
};

/** How near a due date is: icon, words and colour; colour is never the only sign. */
export function UrgencyTag({ urgency, daysLeft }: { urgency: Urgency; daysLeft?: number | undefined }) {
  const Icon = ICONS[urgency];
  return (
    <span className={`tag tag-${urgency}`}>
      <Icon aria-hidden="true" />
      {daysLeft === undefined ? urgencyWords[urgency] : daysWords(daysLeft, urgency)}
    </span>
  );
}
