import { useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

/** The way back to the explorer. It also hands a change of the system's theme on to the editors, which miss it. */
export function HomeLink({ followsSystem }: { readonly followsSystem: boolean }) {
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      if (followsSystem) setTheme(null);
    };
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [followsSystem, setTheme]);
  return (
    <a className="playground-home" href="/">
      Oversight <span className="playground-home-what">explorer</span>
    </a>
  );
}
