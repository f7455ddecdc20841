import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskNumbers, maskPhone, unmaskPetitioners } from './mask.ts';
import type { Petitioner } from './person.ts';

// Made-up people.
const person = (change: Partial<Petitioner> = {}): Petitioner => ({
  ...{
    name: '张德福',
    lead: true,
    representative: false,
    phone: '13800000000',
    idNumber: '441481196203050018',
  },
  ...change,
});

describe('a mask', () => {
  it('shows enough to tell people apart and hides the rest', () => {
    expect([
      maskPhone('13800000000'),
      maskPhone('0753-3000000'),
      maskPhone('3000000'),
      maskPhone('110'),
      maskIdNumber('441481196203050018'),
      maskIdNumber('441481620305001'),
      maskIdNumber('E12345678'),
      maskIdNumber(''),
    ]).toEqual([
      '138****0000',
      '075*****0000',
      '*****00',
      '***',
      '4414**********0018',
      '4414*******5001',
      '*******78',
      '',
    ]);
  });

  it('keeps the length and shows at most eight characters, never more than two thirds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const masked of [maskPhone(text), maskIdNumber(text)]) {
          expect([...masked]).toHaveLength([...text].length);
          const hidden = [...masked].filter((c) => c === '*').length;
          expect(hidden * 3).toBeGreaterThanOrEqual([...text].length);
          expect([...text].length - hidden).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  it('covers the numbers of a petitioner and nothing else', () => {
    const shown = maskNumbers(person({ address: '新陂镇' }));
    expect(shown).toEqual(
      person({ address: '新陂镇', phone: '138****0000', idNumber: '4414**********0018' }),
    );
    const { phone: _p, idNumber: _i, ...bare } = person();
    expect(maskNumbers(bare)).toEqual(bare);
  });
});

describe('numbers that a page sends back', () => {
  const second = person({ name: '李秀兰', lead: false, phone: '13911112222', idNumber: '' });
  const stored = [person(), second];

  it('are the stored ones where only their masks came, wherever the person now stands', () => {
    const sent = stored.map(maskNumbers).reverse();
    expect(unmaskPetitioners(sent, stored)).toEqual({ petitioners: [second, person()] });
  });

  it('are new ones where new ones were typed, and gone where they were taken away', () => {
    const { phone: _gone, ...without } = person();
    const typed = [without, { ...second, phone: '13700001111' }];
    expect(unmaskPetitioners(typed, stored)).toEqual({ petitioners: typed });
  });

  it('that hide nothing stored are pointed at', () => {
    expect(unmaskPetitioners([person(), { ...second, phone: '137****9999' }], stored)).toEqual({
      unknownMask: '1.phone',
    });
    expect(unmaskPetitioners([person({ idNumber: '***' })], stored)).toEqual({ unknownMask: '0.idNumber' });
  });

  it('come back whole from a round trip of any people', () => {
    const number = fc.string({ unit: fc.constantFrom(...'0123456789X-'), minLength: 1, maxLength: 20 });
    const people = fc.array(fc.record({ phone: number, idNumber: number }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(people, (numbers) => {
        const all = numbers.map((one) => person(one));
        expect(unmaskPetitioners(all.map(maskNumbers), all)).toEqual({ petitioners: all });
      }),
    );
  });
});
