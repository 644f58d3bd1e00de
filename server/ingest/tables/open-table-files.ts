import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import type { Problem } from '../../../schema/problems.ts';

/** A table as a file, plain, compressed or inside an archive; its bytes can be read as often as they are wanted. */
export interface TableFile {
  /** The name of the table itself, without that of an archive or of a compression. */
  readonly name: string;
  bytes(): AsyncIterable<Uint8Array>;
}

/** What cannot be read as a table; the message is for people. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  readonly problem: Problem;
  constructor(file: string, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
    this.problem = { code: 'FILE_INVALID', file, message };
  }
}

/**
 * The tables in a file: itself, or for a zip each file in it, in the order of their names. Throws FileUnreadable where
 * it is not there or is damaged. No more than a few chunks of it are held at a time.
 */
export async function openTableFiles(path: string): Promise<readonly TableFile[]> {
  if (!path.endsWith('.zip')) return [tableAt(path)];
  const names: string[] = [];
  for await (const part of unzip(path, () => false)) if (part.kind === 'file') names.push(part.name);
  return names
    .filter(
      (name) => !name.endsWith('/') && !name.split('/').some((segment) => /^(\.|__MACOSX)/.test(segment)),
    )
    .sort()
    .map((name) => ({ name: basename(name), bytes: () => bytesInZip(path, name) }));
}

function tableAt(path: string): TableFile {
  const isPacked = path.endsWith('.gz');
  return {
    name: basename(path, isPacked ? '.gz' : ''),
    bytes: () => readable(path, isPacked),
  };
}

async function* readable(path: string, isPacked = false): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path);
  // Destroying the file's stream with its error is what passes it on; a pipe alone would wait for ever.
  const unpacked = isPacked
    ? file.on('error', (error) => unpacked.destroy(error)).pipe(createGunzip())
    : file;
  try {
    for await (const chunk of unpacked) yield chunk as Uint8Array;
  } catch (error) {
    throw new FileUnreadable(basename(path), explain(error), { cause: error });
  } finally {
    file.destroy();
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'the file may not be read';
  if (code === 'EISDIR') return 'this is a folder; name the files in it';
  return `the file is damaged: ${error instanceof Error ? error.message : String(error)}`;
}

type ZipPart =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

async function* bytesInZip(path: string, name: string): AsyncGenerator<Uint8Array> {
  for await (const part of unzip(path, (other) => other === name))
    if (part.kind === 'bytes') yield part.bytes;
}

/** Walks through a zip; only the wanted files are unpacked. The unpacker calls back, so its calls are gathered by chunk. */
async function* unzip(path: string, isWanted: (name: string) => boolean): AsyncGenerator<ZipPart> {
  const gathered: ZipPart[] = [];
  let failure: Error | null = null;
  const archive = new Unzip((file) => {
    gathered.push({ kind: 'file', name: file.name });
    if (!isWanted(file.name)) return;
    file.ondata = (error, bytes) => {
      if (error) failure = error;
      else gathered.push({ kind: 'bytes', bytes });
    };
    file.start();
  });
  archive.register(UnzipInflate);
  let seen = false;
  for await (const chunk of readable(path)) {
    try {
      archive.push(chunk);
    } catch (error) {
      throw new FileUnreadable(basename(path), explain(error), { cause: error });
    }
    if (failure) throw new FileUnreadable(basename(path), explain(failure), { cause: failure });
    seen ||= gathered.length > 0;
    yield* gathered.splice(0);
  }
  if (!seen) throw new FileUnreadable(basename(path), 'this is not a zip archive, or an empty one');
}
