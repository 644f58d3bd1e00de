/// <reference types="vite/client" />

/** Said by the build (vite.config.ts). */
interface ImportMetaEnv {
  readonly OVERSIGHT_VERSION: string;
  readonly OVERSIGHT_PARTS: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
  }[];
}
