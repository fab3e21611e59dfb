import type { Attachment } from '../../state/types.ts';

/** The files of a message: pictures are shown, others can be saved. */
export function Attachments({ files }: { readonly files: readonly Attachment[] }) {
  return (
    <div class="files">
      {files.map(({ id, url, filename, description, content_type: type, size, width, height }) =>
        type.startsWith('image/') ? (
          <a key={id} href={pathOf(url)} target="_blank" rel="noreferrer">
            <img src={pathOf(url)} alt={description ?? filename} width={width} height={height} />
          </a>
        ) : (
          <a key={id} class="file" href={pathOf(url)} download={filename}>
            {filename} <small>{sizeText(size)}</small>
          </a>
        ),
      )}
    </div>
  );
}

/** Files are the sandbox's own: under whatever name the page was opened, they are there. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
