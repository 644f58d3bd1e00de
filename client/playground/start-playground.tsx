import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { readPlaygroundAddress } from '../api/make-query.ts';
import { Playground } from './Playground.tsx';

export function startPlayground(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element to draw in');
  createRoot(root).render(<Playground asked={readPlaygroundAddress(location)} />);
}
