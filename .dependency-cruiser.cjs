// Who may import whom. The table is the plan of the house; anything that is not on it is refused.
const mayImport = {
  'packages/core': [],
  'packages/procedure': ['packages/core'],
  'packages/codegen': ['packages/core'],
  'packages/forms': ['packages/core'],
  'packages/documents': ['packages/core'],
  'packages/workbooks': ['packages/core'],
  'apps/server': ['packages/core', 'packages/procedure', 'packages/documents', 'packages/workbooks'],
  'apps/portal': ['packages/core', 'packages/procedure', 'packages/forms'],
  'apps/cli': [
    'packages/core',
    'packages/procedure',
    'packages/codegen',
    'packages/documents',
    'packages/workbooks',
    'apps/server',
  ],
}

const arrows = Object.entries(mayImport).map(([room, others]) => ({
  name: `arrows-of-${room.replace('/', '-')}`,
  comment: `${room} may import ${others.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: '[.](test|bench)[.]tsx?$|/(testing|bench)/' },
  to: { path: '^(apps|packages)/', pathNot: [`^${room}/`, ...others.map((other) => `^${other}/`)] },
}))

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-pack-in-code',
      comment: 'the engine never imports a jurisdiction; the dialect is not one',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { path: '^schemas/(?!dialect/)' },
    },
    {
      name: 'disk-only-at-the-edge',
      comment: 'what runs in a browser loads neither node modules nor the compiler of packs',
      severity: 'error',
      from: {
        path: '^packages/(core/src/(?!node/|pack/)|forms/src/(?!testing/))|^apps/portal/src/',
        // The workshop checks packs in a thread of its own.
        pathNot: '[.]test[.]tsx?$|/testing/|^apps/portal/src/workshop/check/',
      },
      to: { path: '^packages/core/src/(node|pack)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-core-modules-in-browsers',
      severity: 'error',
      from: {
        path: '^packages/(core/src/(?!node/)|forms/src/(?!testing/))|^apps/portal/src/',
        pathNot: '[.]test[.]tsx?$|/testing/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|generated|[.]turbo)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
