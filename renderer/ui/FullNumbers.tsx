import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Result } from '../../domain/result.ts';
import { caseText } from '../text/case.ts';
import { refusalSentence } from '../text/refusals.ts';

const words = caseText.people;
interface Numbers {
  phone: string;
  idNumber: string;
}
/** Asks for the full numbers of the person at this place; the desk logs it. */
export type Unmask = (index: number) => Promise<Result<Numbers, string>>;

/** Full numbers that this person has asked for on this page; gone when the page is left. */
export function useFullNumbers(unmask: Unmask) {
  const [shown, setShown] = useState<Record<number, Numbers>>({});
  const [error, setError] = useState('');
  const show = async (index: number) => {
    const answer = await unmask(index);
    if (answer.ok) setShown((before) => ({ ...before, [index]: answer.value }));
    else setError(refusalSentence(answer.refusal));
  };
  return { shown, error, show };
}

/** 显示: the full numbers of one person. */
export function ShowNumbers({ name, onShow }: { name: string; onShow(): void }) {
  return (
    <Button
      size="small"
      type="text"
      icon={<EyeOutlined aria-hidden="true" />}
      title={words.logged}
      aria-label={words.showFor(name)}
      onClick={onShow}
    >
      {words.show}
    </Button>
  );
}
