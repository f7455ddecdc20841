import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { shellText } from '../text/shell.ts';

interface Props {
  children: ReactNode;
  /** A change of this value (the address) clears the fault. */
  resetKey?: string;
}

/** Catches what a screen throws: a calm sentence with an incident number, never a stack. */
export class ErrorBoundary extends Component<Props, { incident: string | null }> {
  override state: { incident: string | null } = { incident: null };

  static getDerivedStateFromError(): { incident: string } {
    return { incident: `P${Date.now().toString(36).toUpperCase()}` };
  }

  override componentDidCatch(error: Error): void {
    // The shell's log picks it up; the page itself shows the number only.
    window.reportError(new Error(`${this.state.incident}: ${error.message}`, { cause: error }));
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.incident) this.setState({ incident: null });
  }

  override render(): ReactNode {
    if (!this.state.incident) return this.props.children;
    return (
      <div className="fault" role="alert">
        <h1>{shellText.fault.title}</h1>
        <p>{shellText.fault.body}</p>
        <p>{shellText.fault.incident(this.state.incident)}</p>
        <Button type="primary" onClick={() => this.setState({ incident: null })}>
          {shellText.fault.again}
        </Button>
      </div>
    );
  }
}
