package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Takes blocks of identifiers from the table id_block, each in a short transaction of its own. */
@ApplicationScoped
class IdBlocks {
    @PersistenceContext(unitName = "rw")
    private EntityManager primary;

    /** @return the first of {@code size} identifiers that nobody else gets */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    long take(int size) {
        primary.createNativeQuery("update id_block set next_value = last_insert_id(next_value + ?1) where name = 'any'")
                .setParameter(1, size)
                .executeUpdate();
        Number end =
                (Number) primary.createNativeQuery("select last_insert_id()").getSingleResult();
        return end.longValue() - size;
    }
}
