/** The first set-up of a made-up desk, as `setup.create` takes it. */
export const SETUP = {
  commandId: '6f1c2a52-7a3e-4f0e-9c1b-2f4f0d7a9e01',
  townCode: '441481104',
  organName: '兴宁市新陂镇人民政府',
  organCode: '新陂府',
  statutoryRole: 'ART23_ORGAN',
  letter: 'A',
  contactPerson: '罗秀英',
  contactPhone: '0753-0000000',
  superiorOrgan: '兴宁市人民政府',
  administratorName: '罗秀英',
  password: 'jiefangtai-2026',
  alsoClerk: false,
} as const;
