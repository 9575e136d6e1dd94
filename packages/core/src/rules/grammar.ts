import { type ASTNode, Environment } from '@marcbachmann/cel-js'

// The grammar is CEL's; what it means is ours: one exact number type, blanks, and types from the schema.
const grammar = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: 400, maxDepth: 24, maxListElements: 200, maxCallArguments: 8 },
})

/** The tree of an expression as it is written. Throws the library's `ParseError`. */
export const parseRule = (source: string): ASTNode => grammar.parse(source).ast
