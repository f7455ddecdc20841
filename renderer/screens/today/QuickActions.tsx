import { FormOutlined, MailOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import type { Channel } from '../../../domain/codes/channel.ts';
import { todayText } from '../../text/today.ts';
import { beginRegistration } from '../registration/registrationStore.ts';

/** The ways into a new registration. */
export function QuickActions() {
  const [, go] = useLocation();
  const open = async (channel: Channel) => {
    await beginRegistration(channel);
    go('/registration');
  };
  return (
    <div className="quick">
      <Button type="primary" icon={<FormOutlined />} onClick={() => void open('VISIT')}>
        {todayText.quick.visit}
      </Button>
      <Button icon={<MailOutlined />} onClick={() => void open('LETTER')}>
        {todayText.quick.letter}
      </Button>
      <Button icon={<PhoneOutlined />} onClick={() => void open('CALL')}>
        {todayText.quick.call}
      </Button>
    </div>
  );
}
