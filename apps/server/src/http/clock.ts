export type Clock = () => Date

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The date in China, wherever the server stands: deadlines and dates on forms are counted there. */
export const todayOf = (now: Date): string => calendar.format(now)
