import type { Command } from '../command.ts'
import { check } from './check.ts'
import { coverage } from './coverage.ts'
import { diff } from './diff.ts'
import { excel } from './excel.ts'
import { inspect } from './inspect.ts'
import { newPack } from './new.ts'
import { read } from './read.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'
import { sheet } from './sheet.ts'
import { statistics } from './statistics.ts'
import { types } from './types.ts'
import { validate } from './validate.ts'
import { word } from './word.ts'

/** What each command needs beyond core it imports when it runs: `check` must not wait for Word and Excel to load. */
export const commands: readonly Command[] = [
  check,
  newPack,
  types,
  schema,
  validate,
  word,
  excel,
  statistics,
  sheet,
  read,
  inspect,
  coverage,
  diff,
  serve,
]
