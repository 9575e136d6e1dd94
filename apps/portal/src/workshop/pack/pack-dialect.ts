import codes from '../../../../../schemas/dialect/codes.schema.json' with { type: 'json' }
import indicators from '../../../../../schemas/dialect/indicators.schema.json' with { type: 'json' }
import jurisdiction from '../../../../../schemas/dialect/jurisdiction.schema.json' with { type: 'json' }
import keywords from '../../../../../schemas/dialect/keywords.schema.json' with { type: 'json' }
import procedure from '../../../../../schemas/dialect/procedure.schema.json' with { type: 'json' }
import { type Dialect, dialectOf, type Keyword, keywordsIn, resolved } from '../model/dialect.ts'
import type { FileKind } from './pack-files.ts'

/** What a pack's files are written by, beside its templates. */
export const packDialect: Dialect = dialectOf({
  'codes.schema.json': codes,
  'indicators.schema.json': indicators,
  'jurisdiction.schema.json': jurisdiction,
  'keywords.schema.json': keywords,
  'procedure.schema.json': procedure,
})

/** It says which file it is, which the file's own place says already. */
const fixed = ['id']

/** What a file of a kind may say. */
export const keywordsOfFile = (kind: FileKind): readonly Keyword[] =>
  keywordsIn(packDialect, resolved(packDialect, packDialect[`${kind}.schema.json`])).filter(
    ({ name }) => !fixed.includes(name),
  )
