const EVERY_MS = 1000

/** Says on stderr how many of many are written: once a second, so that what is quickly done says nothing. */
export const sayHowFar = (total: number): ((done: number) => void) => {
  let next = performance.now() + EVERY_MS
  return (done) => {
    if (performance.now() < next) return
    next = performance.now() + EVERY_MS
    console.error(`已写 ${done}／${total} 份……`)
  }
}
