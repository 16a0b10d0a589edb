throw new Error('the bench is broken');
