import { Ban, DatabaseZap, SearchX, ServerCrash, WifiOff } from 'lucide-react';

/** A face for each reason why there is no answer. */
export const failureIcons = {
  offline: <WifiOff />,
  storeGone: <DatabaseZap />,
  notFound: <SearchX />,
  cancelled: <Ban />,
  failed: <ServerCrash />,
} as const;
