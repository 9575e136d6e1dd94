/** Examples are judged as of one fixed day, so that a rule about today does not break them overnight. */
export const exampleDay = '2025-06-30'
