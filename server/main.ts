#!/usr/bin/env node
import { runOversight } from './cli/oversight.ts';

await runOversight(process.argv.slice(2));
