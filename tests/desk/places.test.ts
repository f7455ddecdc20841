import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../desk/places.ts';
import { resourceFolder } from '../../desk/resources.ts';

const places = createPlaces();
const namesOf = (text: string, within = '') => places.search(text, within).map((place) => place.fullName);
const XINNING = '441481';
const XINPI = '广东省梅州市兴宁市新陂镇';

describe('places', () => {
  it('go down from the provinces to the villages of Xingning', () => {
    expect(places.children('').length).toBe(31);
    expect(places.children('44').length).toBe(21);
    expect(places.children(XINNING).map((place) => place.name)).toContain('新陂镇');
    expect(places.children(XINNING).length).toBe(20);
    const villages = places.children(XINNING).flatMap(({ code }) => places.children(code));
    expect(villages.length).toBe(504);
    expect(villages.every((village) => village.leaf)).toBe(true);
    expect(places.children('999')).toEqual([]);
  });

  it('say what they are and where they lie', () => {
    expect(places.find('441481104')).toEqual({
      code: '441481104',
      name: '新陂镇',
      fullName: XINPI,
      leaf: false,
    });
    expect(places.find('110101001')).toEqual({
      ...{ code: '110101001', name: '东华门街道', leaf: true },
      fullName: '北京市东城区东华门街道',
    });
    expect(places.find('442000')?.fullName).toBe('广东省中山市');
    expect(places.find('441481999')).toBeUndefined();
  });

  it.each(['新陂', '新陂镇', 'xp', 'xpz', 'xinpi', 'xin pi', 'XINPIZHEN', 'xinp', 'xinpo', 'ｘｐ'])(
    'are found at home by %s',
    (text) => {
      expect(namesOf(text, XINNING)[0]).toBe(XINPI);
    },
  );

  it.each([
    ['枫桥镇', '浙江省绍兴市诸暨市枫桥镇'],
    ['fengqiaoz', '浙江省绍兴市诸暨市枫桥镇'],
    ['lvliang', '山西省吕梁市'],
    ['luliang', '山西省吕梁市'],
    ['zhongguancun', '北京市海淀区中关村街道'],
    ['兴宁', '广东省梅州市兴宁市'],
  ])('are found in the whole country by %s', (text, wanted) => {
    expect(namesOf(text)).toContain(wanted);
  });

  it('are at most fifty, whole names before beginnings, and none for nothing', () => {
    expect(places.search('a', '').length).toBe(50);
    expect(namesOf('中山')[0]).toBe('广东省中山市');
    expect(places.search('  ', '')).toEqual([]);
    expect(places.search('xyzq', XINNING)).toEqual([]);
    expect(places.search("'; drop table", '')).toEqual([]);
    expect(places.search('新'.repeat(40), '')).toEqual([]);
    expect(places.search('a'.repeat(40), '')).toEqual([]);
  });

  it('fit into one mebibyte', () => {
    expect(statSync(join(resourceFolder('data'), 'places.csv.gz')).size).toBeLessThan(1024 * 1024);
  });
});
