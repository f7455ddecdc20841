import { Calendar } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { LocalDate } from '../../domain/localDate.ts';

dayjs.locale('zh-cn');

/** A month to click on; loaded when it is first opened. */
export function MonthCalendar({ value, onChoose }: { value: LocalDate; onChoose(date: LocalDate): void }) {
  return (
    <div className="month-calendar">
      <Calendar
        fullscreen={false}
        value={dayjs(value)}
        onSelect={(day, info) => {
          if (info.source === 'date') onChoose(day.format('YYYY-MM-DD'));
        }}
      />
    </div>
  );
}
