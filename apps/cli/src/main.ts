#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Stripping types and compiling is half of the start: kept from one call to the next, where the machine lets us.
enableCompileCache()
const { runCommand } = await import('./run-command.ts')

process.exitCode = await runCommand(process.argv.slice(2))
