import { Inject, Injectable, Module } from '@nestjs/common';
import { Piscina } from 'piscina';

@Injectable()
export class Foundry {
  constructor(
    private readonly furnace: Piscina,
    @Inject('moulds') private readonly moulds: Piscina,
  ) {}

  cast(bell: string) {
    return this.furnace.run(bell).then(() => this.moulds.run(bell));
  }
}

@Module({
  providers: [
    Foundry,
    { provide: Piscina, useFactory: () => new Piscina({ filename: 'furnace.js' }) },
    { provide: 'moulds', useValue: new Piscina({ filename: 'moulds.js' }), inject: [Piscina] },
  ],
  exports: [Piscina],
})
export class FoundryModule {}
