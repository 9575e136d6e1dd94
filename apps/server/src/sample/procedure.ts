/** A course of two stages for the sample pack. */
export const sampleProcedure = {
  $schema: '../dialect/procedure.schema.json',
  title: '样例程序',
  version: '1.0.0',
  facts: {},
  starts: [{ stage: 'intent' }],
  stages: { intent: { title: '提出意向' }, closed: { title: '办结', end: true } },
  transitions: { close: { title: '办结', from: ['intent'], to: 'closed', roles: ['applicant'] } },
}
