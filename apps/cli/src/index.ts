export type { Call, Command, Exit, Option } from './command.ts'
export { commands } from './commands/index.ts'
export { runCommand } from './run-command.ts'
