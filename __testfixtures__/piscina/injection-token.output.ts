import { Inject, Injectable, Module } from '@nestjs/common';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

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
    { provide: Piscina, useFactory: () => new TracedThreadPoolExecutor({ filename: 'furnace.js' }) },
    { provide: 'moulds', useValue: new TracedThreadPoolExecutor({ filename: 'moulds.js' }), inject: [Piscina] },
  ],
  exports: [Piscina],
})
export class FoundryModule {}
