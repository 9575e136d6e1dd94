/**
 * A path through the answers: property names from the root, with `*` for "each row of this table".
 * A concrete place among the answers is a JSON pointer instead.
 */
export type Path = readonly string[]
