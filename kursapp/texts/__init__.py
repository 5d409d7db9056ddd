"""Every sentence a person reads outside a widget, in bokmål, nynorsk and English."""
