/** One event of a stream as the API sends it. */
export interface StreamEvent {
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape follows the operation, which stands beside the assertion.
  readonly data: any;
}

const watchAll = `subscription ($after: Int, $ids: [ID!]) {
  graphChanged(after: $after, ids: $ids) {
    sequence
    entry { sequence author isSummary itemCount items { record happened name from to differences { property before after } } }
  }
}`;

export interface OpenStream {
  readonly status: number;
  /** The next event that is no comment; null at the end. */
  next(): Promise<StreamEvent | null>;
  /** The next entry that is told, over heartbeats. Throws what the stream says if it ends instead. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  nextEntry(): Promise<any>;
  close(): void;
}

/** Opens the stream of changes of a server, as a client that speaks graphql-sse does. */
export async function openStream(
  url: string,
  variables: { readonly after?: number; readonly ids?: readonly string[] } = {},
): Promise<OpenStream> {
  const giveUp = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: watchAll, variables }),
    signal: giveUp.signal,
  });
  const events = readEvents(response);
  const next = async () => (await events.next()).value ?? null;
  return {
    status: response.status,
    next,
    nextEntry: async () => {
      for (;;) {
        const event = await next();
        const news = event?.data?.data?.graphChanged;
        if (!news) throw new Error(`the stream said ${JSON.stringify(event)}`);
        if (news.entry) return news.entry;
      }
    },
    close: () => giveUp.abort(),
  };
}

async function* readEvents({ body }: Response): AsyncGenerator<StreamEvent, null> {
  let text = '';
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const event = lines
        .find((line) => line.startsWith('event:'))
        ?.slice(6)
        .trim();
      const data = lines
        .find((line) => line.startsWith('data:'))
        ?.slice(5)
        .trim();
      if (event) yield { event, data: data ? JSON.parse(data) : null };
    }
  }
  return null;
}
