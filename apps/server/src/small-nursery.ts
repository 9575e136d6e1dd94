import { setFlagsFromString } from 'node:v8'

// Imported first: a server that starts cold would let its heaps grow to what starting took, some 40 MB for each thread,
// and never give it back. Nothing here allocates fast enough to miss it.
setFlagsFromString('--optimize-for-size')
setFlagsFromString('--semi-space-growth-factor=1')
