/** The numbers are made up: sound by their check character, of nobody. */
import { describe, expect, it } from 'vitest';
import { idHint, readIdNumber } from './idNumberHint.ts';

const TODAY = '2026-11-24';

describe('a typed identity number', () => {
  it('tells sex and birth date when it is whole and sound, in full-width digits and a small x too', () => {
    expect(readIdNumber('441425196203050024', TODAY)).toEqual({ sex: 'female', birthDate: '1962-03-05' });
    expect(readIdNumber('44142519710818001x', TODAY)).toEqual({ sex: 'male', birthDate: '1971-08-18' });
    expect(readIdNumber('４４１４２５１９６２０３０５００２４', TODAY)).toEqual({
      sex: 'female',
      birthDate: '1962-03-05',
    });
  });

  it('tells nothing while it is unfinished or unsound', () => {
    const odd = [
      '',
      '4414251962',
      '441425196203050025',
      '441425196213050024',
      '441425203003050028',
      'E12345678',
    ];
    expect(odd.map((text) => readIdNumber(text, TODAY))).toEqual(odd.map(() => null));
  });

  it('says what looks wrong, and nothing about passports, permits and the first digits', () => {
    expect({
      sound: idHint('441425196203050024', TODAY),
      short: idHint('44142519620305002', TODAY),
      long: idHint('4414251962030500241', TODAY),
      check: idHint('441425196203050025', TODAY),
      date: idHint('441425196213050024', TODAY),
      future: idHint('441425203003050028', TODAY),
      passport: idHint('E12345678', TODAY),
      permit: idHint('H0123456700', TODAY),
      begun: idHint('44142519620', TODAY),
      none: idHint('', TODAY),
    }).toEqual({
      sound: undefined,
      short: '身份证号应为 18 位，请核对；不影响保存。',
      long: '身份证号应为 18 位，请核对；不影响保存。',
      check: '身份证号校验位不符，请核对；不影响保存。',
      date: '身份证号中的出生日期不存在，请核对；不影响保存。',
      future: '身份证号中的出生日期不存在，请核对；不影响保存。',
      passport: undefined,
      permit: undefined,
      begun: undefined,
      none: undefined,
    });
  });
});
