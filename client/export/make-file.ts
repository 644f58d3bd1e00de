import type { Exploration } from '../exploration/exploration.ts';
import { sayDocument, sayOrigin, sayView } from './describe-view.ts';
import type { ExportChoices } from './export-choices.ts';
import { formatRow } from './export-formats.ts';
import { attributionsOf, documentsOf, type ExportedView } from './exported-view.ts';
import { writeGraphMl } from './formats/write-graphml.ts';
import { writeJson } from './formats/write-json.ts';
import { writeTables } from './formats/write-tables.ts';
import { zipTexts } from './formats/zip-texts.ts';
import type { FinishedPicture, PictureMaker, PictureWords } from './picture-maker.ts';

interface FileOptions {
  readonly view: ExportedView;
  /** The same as the canvas knows it. */
  readonly scoped: Exploration;
  readonly choices: ExportChoices;
  readonly makePicture: PictureMaker;
}

interface MadeFile {
  readonly content: Blob;
  /** What is to be known of it; empty where there is nothing. */
  readonly note: string;
}

/** The file in the format that was chosen. Throws where a picture cannot be made. */
export async function makeFile(options: FileOptions): Promise<MadeFile> {
  const { view, choices } = options;
  const { contentType } = formatRow(choices.format);
  const inText = (text: string): MadeFile => ({ content: new Blob([text], { type: contentType }), note: '' });
  switch (choices.format) {
    case 'json':
      return inText(writeJson(view));
    case 'graphml':
      return inText(writeGraphMl(view));
    case 'csv': {
      const zipped = zipTexts(writeTables(view), choices.hasMark);
      return { content: new Blob([zipped], { type: contentType }), note: '' };
    }
    case 'svg':
      return inText((await pictureOf(options)).svg());
    case 'png': {
      const { blob, scale } = await (await pictureOf(options)).png(choices.scale);
      const isClamped = scale < choices.scale;
      return {
        content: blob,
        note: isClamped
          ? `At ${choices.scale}× it would be larger than a browser can draw, so it was made at ${scale.toFixed(2)}×.`
          : '',
      };
    }
  }
}

async function pictureOf({ view, scoped, choices, makePicture }: FileOptions): Promise<FinishedPicture> {
  const picture = await makePicture(scoped, captionOf(view), choices.ground);
  if (!picture) throw new Error('nothing of it has a place on the canvas yet');
  return picture;
}

function captionOf(view: ExportedView): PictureWords {
  const documents = documentsOf(view);
  return {
    title: view.title,
    says: sayView(view),
    sources: documents.map(sayDocument),
    foot: [...attributionsOf(documents), sayOrigin(view)],
  };
}
