// Runs before the page is painted: tells the styles that scripts work here, so that nothing jumps when they start.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');
