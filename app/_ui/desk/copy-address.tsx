import styles from "./copy-address.module.css";
import { CopyButton } from "./copy-button";

interface CopyAddressProps {
  readonly address: string;
  readonly label: string;
  readonly copy: string;
  readonly copied: string;
}

/** An address to open or to copy. */
export function CopyAddress({ address, label, copy, copied }: CopyAddressProps) {
  return (
    <div className={styles.address}>
      <p>
        {label} <a href={address}>{address}</a>
      </p>
      <CopyButton text={address} copy={copy} copied={copied} className="btn" />
    </div>
  );
}
