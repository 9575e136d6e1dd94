import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './tables.ts'

const first: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('template')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('pack', 'text', (c) => c.notNull())
      .addColumn('packName', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('keptAt', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('draft')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('workspace', 'text', (c) => c.notNull())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull().references('template.hash'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'text', (c) => c.notNull())
      .addColumn('savedAt', 'text', (c) => c.notNull())
      .addColumn('submittedAt', 'text')
      .addColumn('deletedAt', 'text')
      .execute()
    await db.schema.createIndex('draftBySaved').on('draft').columns(['workspace', 'savedAt']).execute()
    await db.schema
      .createTable('revision')
      .addColumn('draft', 'text', (c) => c.notNull().references('draft.id'))
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('tab', 'text')
      .addColumn('turn', 'integer')
      .addPrimaryKeyConstraint('revisionKey', ['draft', 'revision'])
      .execute()
    await db.schema
      .createTable('change')
      .addColumn('draft', 'text', (c) => c.notNull().references('draft.id'))
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('section', 'text', (c) => c.notNull())
      .addColumn('value', 'text')
      .addPrimaryKeyConstraint('changeKey', ['draft', 'section', 'revision'])
      .execute()
    await db.schema
      .createTable('section')
      .addColumn('draft', 'text', (c) => c.notNull().references('draft.id'))
      .addColumn('section', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('sectionKey', ['draft', 'section'])
      .execute()
    await db.schema
      .createTable('submission')
      .addColumn('draft', 'text', (c) => c.notNull().references('draft.id'))
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('answers', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('submissionKey', ['draft', 'revision'])
      .execute()
    await db.schema
      .createTable('file')
      .addColumn('draft', 'text', (c) => c.notNull().references('draft.id'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('addedAt', 'text', (c) => c.notNull())
      .addColumn('addedBy', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('fileKey', ['draft', 'id'])
      .execute()
  },
}

const workshop: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('workingCopy')
      .addColumn('workspace', 'text', (c) => c.notNull())
      .addColumn('pack', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('taken', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('savedAt', 'text', (c) => c.notNull())
      .addColumn('savedBy', 'text', (c) => c.notNull())
      .addColumn('reviewBy', 'text')
      .addColumn('reviewAt', 'text')
      .addColumn('reviewNote', 'text')
      .addColumn('returnedBy', 'text')
      .addColumn('returnedAt', 'text')
      .addColumn('returnedNote', 'text')
      .addPrimaryKeyConstraint('workingCopyKey', ['workspace', 'pack'])
      .execute()
    await db.schema
      .createTable('workingFile')
      .addColumn('workspace', 'text', (c) => c.notNull())
      .addColumn('pack', 'text', (c) => c.notNull())
      .addColumn('path', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('text', 'text')
      .addPrimaryKeyConstraint('workingFileKey', ['workspace', 'pack', 'path', 'revision'])
      .execute()
    await db.schema
      .createTable('packVersion')
      .addColumn('workspace', 'text', (c) => c.notNull())
      .addColumn('pack', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('reviewer', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('files', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('packVersionKey', ['workspace', 'pack', 'number'])
      .execute()
  },
}

const signers: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('signer')
      .addColumn('workspace', 'text', (c) => c.notNull())
      .addColumn('publicKey', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('signerKey', ['workspace', 'publicKey'])
      .execute()
  },
}

/** Every step that the tables went through, in order. A step that has been released is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-workshop': workshop,
  '003-signers': signers,
}

/** Brings a database to the present shape; does nothing to one that has it. */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest()
  if (error) throw error
}
